import { Plug } from 'lucide-react';
import type { KindFace } from '../form-props.ts';

export const mcpFace: KindFace = {
  icon: Plug,
  texts: {
    en: {
      label: 'MCP tool',
      description: 'Uses a tool of an MCP server that you have connected.',
      example: '“Open a ticket for me” uses a tool of your help desk.',
      whenToUse: 'Use when the visitor asks for something that only this tool knows.',
    },
    de: {
      label: 'MCP-Werkzeug',
      description: 'Benutzt ein Werkzeug eines MCP-Servers, den Sie verbunden haben.',
      example: '„Eröffnen Sie ein Ticket“ benutzt ein Werkzeug Ihres Helpdesks.',
      whenToUse: 'Verwenden, wenn nach etwas gefragt wird, das nur dieses Werkzeug weiß.',
    },
  },
  changesSomething: ({ effect }) => effect !== 'read',
  start: () => ({}),
  isMadeElsewhere: true,
};
