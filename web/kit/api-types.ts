// Generated from /api/openapi.json by `node server/openapi.ts`. This stand-in keeps the web compiling until then.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type paths = Record<string, any>;
