const TYPES = ['UpdateConfiguration', 'ForceEndpoint', 'KeepAlive', 'Terminate'] as const;

/** A text message of the client, recognised or refused (docs/protocol.md §6). */
export interface ClientText {
  /** The parsed JSON, or the text itself. */
  readonly message: unknown;
  readonly command?: { readonly type: (typeof TYPES)[number]; readonly fields: object };
  /** Text of an Error 3006. */
  readonly error?: string;
}

/** Recognises a text message as strictly as the server does. */
export function parseClientText(text: string): ClientText {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    // The server's parser is Python's; these two are its answers to the likeliest mistakes.
    const why = text.trimStart().startsWith('{')
      ? 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
      : 'Expecting value: line 1 column 1 (char 0)';
    return { message: text, error: refusal(`Invalid JSON: ${why}`) };
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return { message, error: refusal(`Invalid Message: ${text}`) };
  }
  const name: unknown = 'type' in message ? message.type : undefined;
  const type = TYPES.find((known) => known === name);
  if (type === undefined) {
    return { message, error: refusal(`Invalid Message Type: ${String(name)}`) };
  }
  return { message, command: { type, fields: message } };
}

function refusal(why: string): string {
  return `User Input Validation Error: ${why}`;
}
