/** Browsers keep calling some places by names that they have given up. */
const RENAMED: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'America/Godthab': 'America/Nuuk',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** A time zone by the name that its people use. */
export function zoneName(zone: string): string {
  return RENAMED[zone] ?? zone;
}

/** Where the visitor's own clock is. */
export function ownZone(): string {
  return zoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
}
