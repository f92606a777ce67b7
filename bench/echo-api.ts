/** The customer's API that the tool turn calls, as a process of its own: says back what it was asked for. */
import { serveBench } from './serve-bench.ts';

serveBench((url, _body, response) => {
  const id = url.searchParams.get('order');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ order: { id, status: 'packed', items: 2 } }));
});
