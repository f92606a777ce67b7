import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { notFound } from '../errors.ts';

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bellhop API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, tryItOutEnabled: true, validatorUrl: null });`;

/** The reference page needs inline styles and data images; scripts come from here only. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `/api/openapi.json`, made of the routes themselves, and a page to read and try it, without a foreign request. */
export function apiReference(described: OpenAPIHono, filesDirectory: string): OpenAPIHono {
  const app = new OpenAPIHono();
  // Made with the first request: by then every route is described.
  let made: ReturnType<typeof document> | undefined;
  app.get('/api/openapi.json', (context) => {
    made ??= document(described);
    return context.json(made);
  });
  app.get('/api/docs', (context) => {
    context.header('Content-Security-Policy', POLICY);
    return context.html(PAGE);
  });
  app.get('/api/docs/:file', async (context) => sendFile(context, filesDirectory, context.req.param('file')));
  return app;
}

function document(described: OpenAPIHono) {
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Bellhop',
      version: '1',
      description:
        'The workspace API under /api/v1, for owners and their programs; the visitor API under /widget/v1.',
    },
  });
}

async function sendFile(context: Context, directory: string, file: string): Promise<Response> {
  const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
  if (!type) throw notFound('file');
  const body = file === 'start.js' ? START : await readFile(join(directory, file));
  return context.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=3600' });
}
