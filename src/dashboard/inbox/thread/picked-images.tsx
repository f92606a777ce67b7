import { ActionIcon, Box, Group, Loader } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PickedImage } from './use-images.ts';

interface PickedImagesProps {
  images: PickedImage[];
  onRemove(key: number): void;
}

export function PickedImages({ images, onRemove }: PickedImagesProps) {
  const { t } = useTranslation('inbox');
  if (images.length === 0) return null;
  return (
    <Group gap="xs" px={6} pb="xs">
      {images.map(({ key, preview, attachment }, index) => (
        <Box key={key} className="inbox-picked">
          <img src={preview} alt={t('pickedImage', { number: index + 1 })} width={64} height={64} />
          {attachment === null && <Loader size={20} aria-label={t('uploading')} role="status" />}
          <ActionIcon
            size={24}
            radius="xl"
            variant="default"
            onClick={() => onRemove(key)}
            aria-label={t('removeImage', { number: index + 1 })}
          >
            <X size={14} />
          </ActionIcon>
        </Box>
      ))}
    </Group>
  );
}
