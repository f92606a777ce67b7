import { isSameText } from './is-same-text.ts';

/**
 * Whether a webhook comes from the Telegram that was told this token with `setWebhook`. It signs nothing, and has no time.
 * @param token the header `X-Telegram-Bot-Api-Secret-Token`
 */
export function verifyTelegram(token: string | null, secretToken: string): boolean {
  return secretToken !== '' && token !== null && isSameText(token, secretToken);
}
