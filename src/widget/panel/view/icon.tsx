const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M21 3L10 14M21 3l-7 18-4-7-7-4z',
  down: 'M12 5v14M6 13l6 6 6-6',
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
