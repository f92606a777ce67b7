/** Whether a header, parameter or field of this name holds a credential: `X-Api-Key`, `access_token`, `clientSecret`. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('_');
  return SECRET_NAME.test(words) && !PAGING_NAME.test(words);
}

/** Whether a value is a credential by its looks, or by its length under a name that may hold one. */
export function isSecretValue(name: string, value: string): boolean {
  if (SECRET_VALUE.test(value)) return true;
  return MAYBE_SECRET_NAME.test(name) && /^(?=.*\d)[\w.~+/=-]{16,}$/.test(value);
}

/** Whether documentation wrote this where a reader puts their own: `YOUR_API_KEY`, `<token>`, `xxxx`. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value.trim());
}

const SECRET_NAME = new RegExp(
  [
    '(^|_)(authorization|password|passwd|passphrase|pwd|secret|credentials?|api_?key|apikey|token|jwt|bearer|cookie|auth)$',
    '(^|_)(access|private|auth|secret|subscription|app|application|account|service|signing|functions|master|admin|integration)_key$',
    '(^|_)(access|auth|refresh|id|api)token$|^(session|session_?id|sid|phpsessid|jsessionid|signature|sig|hmac)$',
  ].join('|'),
);
const PAGING_NAME =
  /(^|_)(page|next|prev|previous|continuation|continue|pagination|sync|cursor|start|resume)_token$/;
const MAYBE_SECRET_NAME = /^(x-)?(key|appid|app_id|app-id|license|pass|code)$/i;
const SECRET_VALUE = new RegExp(
  `^(?:${[
    '(sk|rk)_(live|test)_\\w{8,}',
    'sk-[\\w-]{16,}',
    'gh[pousr]_\\w{16,}',
    'github_pat_\\w{16,}',
    'glpat-[\\w-]{16,}',
    'xox[a-z]-[\\w-]{8,}',
    'xapp-[\\w-]{8,}',
    'AIza[\\w-]{30,}',
    'ya29\\.[\\w-]{16,}',
    'shp(at|ca|pa|ss)_\\w{16,}',
    'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
    'key-[0-9a-f]{32}',
    'pat\\w{14}\\.[0-9a-f]{32,}',
    '(lin_api|ntn|secret|whsec|hf|npm|dop_v1|cal_live|cal|rk|re)_\\w{20,}',
    'eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*',
  ].join('|')})$`,
);
const STAND_IN =
  /^(<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]|\.{3}|…|[x*•]{3,}|(your|my|the|replace|insert|enter)[-_ ].*|your\w*(key|token|secret)|(api[-_ ]?key|(access[-_ ]?)?token|secret|password))$/i;
