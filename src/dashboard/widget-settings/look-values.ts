import type { Agent, AgentChange } from '../../contract/agent.ts';
import { DEFAULT_LOOK, type WidgetLook } from '../../contract/widget/widget-look.ts';

/** As they are typed: lists are lines. */
export interface LookValues extends Record<string, unknown> {
  greeting: string;
  color: string;
  scheme: string;
  side: string;
  offsetX: number | string;
  offsetY: number | string;
  zIndex: number | string;
  hideOnMobile: boolean;
  hideLauncher: boolean;
  openOn: string;
  title: string;
  subtitle: string;
  teaser: string;
  starters: string;
  allowedOrigins: string;
}

export function toLookValues({ widget, greeting, allowedOrigins }: Agent): LookValues {
  return {
    ...widget,
    greeting,
    starters: widget.starters.join('\n'),
    allowedOrigins: allowedOrigins.join('\n'),
  };
}

export function toChange(values: LookValues): AgentChange {
  return {
    greeting: values.greeting,
    allowedOrigins: toLines(values.allowedOrigins),
    widget: toLook(values),
  };
}

/** What cannot be drawn yet, such as half a colour, is drawn as it is by default. */
export function toPreviewLook(values: LookValues): WidgetLook {
  const look = toLook(values);
  return {
    ...look,
    color: /^#[0-9a-f]{6}$/i.test(look.color) ? look.color : DEFAULT_LOOK.color,
    starters: look.starters.slice(0, 4).map((text) => text.slice(0, 80)),
  };
}

function toLook({ greeting: _, allowedOrigins: __, ...values }: LookValues): WidgetLook {
  return {
    ...values,
    color: values.color.trim(),
    scheme: values.scheme as WidgetLook['scheme'],
    side: values.side as WidgetLook['side'],
    offsetX: Number(values.offsetX),
    offsetY: Number(values.offsetY),
    zIndex: Number(values.zIndex),
    starters: toLines(values.starters),
  };
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
