/**
 * Writes the OpenAPI document, or with `--types` the TypeScript types that the web client uses, to standard output.
 * Needs no database: the document follows from the list of routes alone.
 */
import { modules } from './modules.ts';
import { describeApi } from './platform/http/openapi.ts';
import { version } from './version.ts';

const routes = modules.flatMap((module) => module.routes ?? []);
const document = describeApi(routes, { version });

if (process.argv.includes('--types')) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(document as Parameters<typeof openapiTS>[0], { alphabetize: true }));
  process.stdout.write(
    `/** Made from the API by \`node server/openapi.ts --types\`; not edited by hand. */\n\n${types}`,
  );
} else {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
