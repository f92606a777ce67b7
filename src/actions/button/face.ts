import { MousePointerClick } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const buttonFace: KindFace = {
  icon: MousePointerClick,
  texts: {
    en: {
      label: 'Button',
      description: 'Shows a link at the right moment and counts the clicks.',
      example: '“What does it cost?” shows a button to your prices.',
      whenToUse: 'Use when the visitor asks about prices or plans.',
    },
    de: {
      label: 'Schaltfläche',
      description: 'Zeigt im richtigen Moment einen Link und zählt die Klicks.',
      example: '„Was kostet das?“ zeigt eine Schaltfläche zu Ihren Preisen.',
      whenToUse: 'Verwenden, wenn nach Preisen oder Tarifen gefragt wird.',
    },
  },
  start: () => ({ text: '', url: '' }),
};
