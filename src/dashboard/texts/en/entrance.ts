export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'Forgot your password?',
};

export const setup = {
  title: 'Welcome to Bellhop',
  hint: 'Make the owner’s account. It takes a minute, and is asked for only once.',
  code: 'One-time code',
  codeHint: 'It stands in the terminal where you ran <code>npm start</code>.',
  name: 'Your name',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 12 characters.',
  workspaceName: 'Name of your shop or team',
  workspaceHint: 'Visitors do not see it; your team does.',
  start: 'Start',
};
