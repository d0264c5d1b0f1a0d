import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Eip1193Provider } from "ethers";

export interface Query {
  readonly id: number;
  readonly method: string;
  readonly params: unknown[];
}

/** A server of this machine on a free port. */
export interface Server {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Answers each request as told. */
export async function serve(answer: (body: string, response: ServerResponse) => unknown): Promise<Server> {
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => answer(body, response));
  });
  server.unref(); // a test that fails before it closes the server must not keep the process alive
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Answers with the same text, whatever was asked. */
export async function serveText(text: string, status = 200): Promise<Server> {
  return serve((_, response) => response.writeHead(status).end(text));
}

/** Puts a chain of this process behind HTTP. Queries that `cut` names are never answered: their connection breaks. */
export async function serveChain(
  chain: Eip1193Provider,
  cut: (query: Query) => boolean = () => false,
): Promise<Server> {
  return serve(async (body, response) => {
    const query: Query = JSON.parse(body);
    if (cut(query)) return response.destroy();
    const { id, method, params } = query;
    try {
      const result: unknown = await chain.request({ method, params });
      return response.end(JSON.stringify({ jsonrpc: "2.0", id, result }));
    } catch (error) {
      return response.end(JSON.stringify({ jsonrpc: "2.0", id, error: errorOf(error) }));
    }
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function errorOf(error: unknown) {
  const data: unknown = error instanceof Error && "data" in error ? error.data : undefined;
  return { code: -32_603, message: error instanceof Error ? error.message : String(error), data };
}
