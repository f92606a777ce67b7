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
  workspaceHint: 'Your agent is called so at first.',
  start: 'Start',
};

export const password = {
  forgottenTitle: 'Forgot your password?',
  forgottenHint: 'We send a link to set a new one. It works for 30 minutes.',
  email: 'E-mail',
  send: 'Send the link',
  sent: 'If this address has an account, a mail is on its way. Where no mail is set up, it stands in the server’s log.',
  toSignIn: 'Back to signing in',
  resetTitle: 'Set a new password',
  new: 'New password',
  rule: 'At least 12 characters.',
  save: 'Save the password',
  saved: 'The new password is saved. Sign in with it.',
  newLink: 'Ask for a new link',
};

export const invitation = {
  title: 'Invitation',
  join: 'Join {{workspaceName}}',
  as: 'As {{email}}, {{role}}.',
  name: 'Your name',
  newPassword: 'Choose a password',
  yourPassword: 'Your password',
  known: 'You have an account at this Bellhop already.',
  rule: 'At least 12 characters.',
  accept: 'Accept the invitation',
  owner: 'owner',
  admin: 'admin',
  member: 'member',
  viewer: 'viewer',
};
