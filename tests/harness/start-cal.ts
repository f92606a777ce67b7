import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CalStandIn } from '../../demo/stand-ins/cal/cal-stand-in.ts';

export interface RunningCal {
  cal: CalStandIn;
  /** Where its events are: `http://127.0.0.1:…`. */
  origin: string;
  host: string;
  close(): Promise<void>;
}

/** Cal.com on loopback, over real HTTP. */
export async function startCal(): Promise<RunningCal> {
  const cal = new CalStandIn();
  const server = createServer(async (request, response) => {
    if (!(await cal.answer(request, response))) response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    cal,
    origin: `http://${host}`,
    host,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
