import { createServer } from "node:net";

import { expect } from "chai";
import { network } from "hardhat";
import { after, describe, it } from "mocha";

import { inProcessChain, remoteChain } from "#chain/connection.ts";
import { AllianceError } from "#domain/errors.ts";

import { serve, serveChain, serveText } from "./support/rpcServer.ts";

const connection = await network.create();

async function refusalOf(url: string): Promise<AllianceError> {
  try {
    (await remoteChain(url)).destroy();
  } catch (error) {
    if (error instanceof AllianceError) return error;
    throw error;
  }
  throw new Error(`a chain answered at ${url}`);
}

/** A port of this machine at which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => void server.close(done));
  if (address === null || typeof address === "string") throw new Error("the server had no port");
  return address.port;
}

describe("chain/connection", () => {
  after(() => connection.close());

  it("reads a chain of this process as it is now, never as it was a moment ago", async () => {
    const provider = inProcessChain(connection.provider);
    for (let i = 0; i < 3; i++) {
      const before = await provider.getBlockNumber();
      await provider.send("evm_mine", []);
      expect(await provider.getBlockNumber()).to.equal(before + 1);
    }
  });

  it("reaches a chain over HTTP, also as it is now", async () => {
    const server = await serveChain(connection.provider);
    const provider = await remoteChain(server.url);
    try {
      expect((await provider.getNetwork()).chainId).to.equal(31_337n);
      const before = await provider.getBlockNumber();
      await provider.send("evm_mine", []);
      expect(await provider.getBlockNumber()).to.equal(before + 1);
      const { address } = await provider.getSigner(0);
      expect(await provider.getBalance(address)).to.be.greaterThan(0n);
    } finally {
      provider.destroy();
      await server.close();
    }
  });

  it("says that nothing answers, where, and what to do", async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { kind, exitCode, message, hint, values, cause } = await refusalOf(url);
    expect(kind).to.equal("chain");
    expect(exitCode).to.equal(6);
    expect(message).to.equal(`no chain answers at ${url}`);
    expect(hint).to.match(/hardhat node/);
    expect(values).to.deep.equal({ url });
    expect(cause).to.be.instanceOf(Error);
  });

  it("refuses what is no address of a chain", async () => {
    for (const url of ["", "localhost", "not a url", "ftp://127.0.0.1", "file:///etc/hostname"]) {
      expect((await refusalOf(url)).kind, url).to.equal("chain");
    }
  });

  it("refuses a server that is no chain", async () => {
    const answers = [
      ["", 200],
      ["<html>hello</html>", 200],
      ["null", 200],
      ["{}", 200],
      ['{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no such method"}}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":null}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":""}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":true}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":[]}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":"chain"}', 200],
      ['{"jsonrpc":"2.0","id":1,"result":"0x7a69"}', 404],
      ['{"jsonrpc":"2.0","id":1,"result":"0x7a69"}', 500],
    ] as const;
    for (const [text, status] of answers) {
      const server = await serveText(text, status);
      try {
        expect((await refusalOf(server.url)).kind, `${status} ${text}`).to.equal("chain");
      } finally {
        await server.close();
      }
    }
  });

  it("refuses a server that hangs up", async () => {
    const server = await serve((_, response) => response.destroy());
    try {
      expect((await refusalOf(server.url)).kind).to.equal("chain");
    } finally {
      await server.close();
    }
  });
});
