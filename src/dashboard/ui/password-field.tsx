import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A field for what nobody should read over a shoulder. The kit's own does not tell a screen reader that its value is wrong. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...props} aria-invalid={props.error ? true : undefined} />;
}
