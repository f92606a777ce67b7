import type { Field } from '../extraction/field.ts';
import { addDays, type DateFinding, writeDay } from './date-finding.ts';

export type Role = 'start' | 'end';

/** Whether an input is where a stretch of time begins or ends. */
export function roleOf({ words }: Pick<Field, 'words'>): Role | null {
  if (END.test(words)) return 'end';
  return START.test(words) ? 'start' : null;
}

/** Gives each day that is said the place in a stretch of time that the words before it tell. */
export function readRoles(findings: DateFinding[], text: string): DateFinding[] {
  const told = findings.map((finding) => {
    const role = finding.role ?? cueOf(text.slice(0, finding.from), text.slice(finding.from, finding.to));
    return role === undefined ? finding : { ...finding, role };
  });
  return settleRange(told);
}

/** The days that may be an input's: those of its role; without one all, and where a beginning is asked for also a lone one. */
export function daysFor(role: Role | null, days: DateFinding[], hasOtherRole: boolean): DateFinding[] {
  if (role === null) return days.filter(({ precision }) => precision !== 'month');
  const own = days.filter((day) => day.role === role);
  const loose = days.filter((day) => day.role === undefined);
  const chosen =
    own.length > 0
      ? own
      : hasOtherRole && role === 'end'
        ? loose.slice(1)
        : hasOtherRole
          ? loose.slice(0, 1)
          : loose;
  return chosen.map((day) =>
    role === 'end' && day.lastDay !== undefined ? { ...day, value: day.lastDay } : day,
  );
}

const START =
  /\b(?:start|from|begin(?:ning)?|arrival|arrive|check ?in|since|after|pick ?up|anreise|beginn|ab|von)\b|بداية|وصول/u;
const END =
  /\b(?:end|to|until|till|departure|leave|check ?out|return|due|before|abreise|ende|bis)\b|نهاية|مغادرة/u;
const START_CUE =
  /(?<!\p{L})(?:from|since|starting|beginning|after|between|ab|von|vom|seit|anreise|من|منذ|ابتداء من|(?:arriv\p{L}+|check(?:ing)? ?-?in)(?: \p{L}+)?)(?: on| at| the| next| am| dem)*\s*$/iu;
const END_CUE =
  /(?<!\p{L})(?:until|till|til|to|through|by|ending|bis|zum|abreise|حتى|إلى|(?:leav\p{L}+|depart\p{L}+|check(?:ing)? ?-?out(?: date)?)(?: (?!from)\p{L}+)?)(?: on| at| the| to| next| am| zum)*\s*$/iu;

function cueOf(before: string, said: string): Role | undefined {
  const near = before.slice(-40);
  if (/^(?:until|till|by|bis|to) /i.test(said) || END_CUE.test(near)) return 'end';
  return /^(?:from|ab|vom) /i.test(said) || START_CUE.test(near) ? 'start' : undefined;
}

/** An end before its beginning was meant later, and "from the 16th to the 22nd of April" begins in April. */
function settleRange(days: DateFinding[]): DateFinding[] {
  const start = days.find(({ role }) => role === 'start');
  const end = days.find(({ role }) => role === 'end');
  if (start === undefined || end === undefined) return days;
  if (start.precision === 'day-of-month' && end.precision === 'day' && start.from < end.from) {
    const inMonth = `${end.value.slice(0, 8)}${start.value.slice(8)}`;
    if (inMonth <= end.value) return days.map((day) => (day === start ? { ...day, value: inMonth } : day));
  }
  if (
    end.value > start.value ||
    (end.value === start.value && end.precision !== 'weekday') ||
    end.precision === 'day' ||
    end.precision === 'month'
  )
    return days;
  return days.map((day) => (day === end ? { ...day, value: later(end, start.value) } : day));
}

function later(end: DateFinding, start: string): string {
  const from = new Date(`${start}T00:00:00`);
  const day = new Date(`${end.value}T00:00:00`);
  if (end.precision === 'weekday')
    return writeDay(addDays(from, (day.getDay() - from.getDay() + 7) % 7 || 7));
  const inMonth = new Date(from.getFullYear(), from.getMonth(), day.getDate());
  return writeDay(
    inMonth >= from ? inMonth : new Date(from.getFullYear(), from.getMonth() + 1, day.getDate()),
  );
}
