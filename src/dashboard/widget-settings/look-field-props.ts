import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { LookValues } from './look-values.ts';

export interface LookFieldProps {
  form: UseFormReturnType<LookValues>;
  /** What the API says of a field. */
  problem(name: string): ReactNode;
  disabled: boolean;
}
