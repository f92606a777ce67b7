/** What can be wrong with a template, or with the values for it. The list is closed. */
export type TemplateErrorCode =
  | 'unknown_placeholder'
  | 'placeholder_syntax'
  | 'missing_input'
  | 'input_type'
  | 'number_range'
  | 'bad_name'
  | 'method'
  | 'url'
  | 'host_placeholder'
  | 'userinfo'
  | 'path_segment'
  | 'fragment_placeholder'
  | 'name_placeholder'
  | 'secret_in_path'
  | 'url_too_long'
  | 'header_name'
  | 'header_value'
  | 'header_forbidden'
  | 'body_json'
  | 'body_not_allowed'
  | 'body_too_large'
  | 'too_deep'
  | 'forbidden_key'
  | 'key_placeholder';

/** A problem of the owner's template, or of a value for it. It never quotes a value: values may be secret. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: TemplateErrorCode;
  /** Dotted: `request.url`, `request.headers.0.value`, `inputs.2.name`, `values.order_id`. */
  readonly path: string;

  /** @param message goes on after the path, in plain words: "must be a number" */
  constructor(code: TemplateErrorCode, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
