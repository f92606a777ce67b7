import { AppError } from '../../platform/errors.ts';

/** Pixels of all frames together: what is small as a file can be vast as a picture. */
const MAX_PIXELS = 40_000_000;
const MAX_SIDE = 2_000;
const TAKEN = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

export interface CleanImage {
  bytes: Buffer;
  type: 'image/webp';
  width: number;
  height: number;
}

/**
 * Makes an image anew from its pixels: of what was sent nothing else is kept, no place, no camera, no second meaning of the file.
 * What it is, its first bytes say, and not its name. @throws AppError `invalid`
 */
export async function cleanImage(sent: Buffer): Promise<CleanImage> {
  // Needed by few servers, and seldom: an idle one does not carry them.
  const [{ fileTypeFromBuffer }, { default: sharp }] = await Promise.all([
    import('file-type'),
    import('sharp'),
  ]);
  const type = await fileTypeFromBuffer(sent);
  if (!type || !TAKEN.includes(type.mime)) throw refused('Send a PNG, JPEG, WebP or GIF image.');
  sharp.cache(false);
  try {
    const { data, info } = await sharp(sent, {
      limitInputPixels: MAX_PIXELS,
      animated: type.mime === 'image/gif',
      failOn: 'error',
    })
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'image/webp', width: info.width, height: info.pageHeight ?? info.height };
  } catch (cause) {
    throw refused('This image is broken, or has too many pixels. Send a smaller one.', cause);
  }
}

function refused(publicMessage: string, cause?: unknown): AppError {
  return new AppError('invalid', { publicMessage, details: [{ path: '', message: publicMessage }], cause });
}
