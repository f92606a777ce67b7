/** Black or white, whichever can be read on `background` (`#rrggbb`): always 4.5:1 or more. White where both can. */
export function textColorOn(background: string): '#000' | '#fff' {
  return contrastOf(background, '#fff') >= 4.5 ? '#fff' : '#000';
}

/** As WCAG 2 defines it: from 1, which cannot be told apart, to 21. */
export function contrastOf(background: string, text: '#000' | '#fff'): number {
  const lightness = relativeLuminance(background) + 0.05;
  return text === '#fff' ? 1.05 / lightness : lightness / 0.05;
}

function relativeLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
