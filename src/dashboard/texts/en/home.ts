export const home = {
  title: 'Home',
  hello: 'Hello, {{name}}',
  allDone: 'Your agent is ready.',
  left_one: 'One step left before your agent can greet visitors.',
  left_other: '{{count}} steps left before your agent can greet visitors.',
  getStarted: 'Get started',
  progress: '{{done}} of {{all}} done',
};
