const NAME = /^bellhop-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** The file of a backup, named after the second in which it was begun. */
export function backupName(time: Date): string {
  return `bellhop-${time.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;
}

/** Null: not one of ours. */
export function readBackupName(name: string): Date | null {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  return day === undefined ? null : new Date(`${day}T${hours}:${minutes}:${seconds}Z`);
}
