/** An action of this kind, for the gallery of the dashboard. */
export const sample = {
  name: 'Talk to an expert',
  whenToUse: 'The visitor plans a longer tour.',
  settings: {
    connectionId: 'connection-calendly',
    eventTypeUri: 'https://api.calendly.com/event_types/AAAA',
    schedulingUrl: 'https://calendly.com/nordlys/fitting',
    inChat: false,
  },
};
