import type { Eip1193Provider } from "ethers";

/**
 * Lets the time of a local chain depend on its transactions alone: each is mined `interval` seconds after the newest
 * block, whatever the time it took to compute. The same transactions give the same blocks.
 */
export function steadyClock(provider: Eip1193Provider, interval: number): Eip1193Provider {
  return {
    async request({ method, params }) {
      if (method === "eth_sendTransaction" || method === "eth_sendRawTransaction") {
        const block: { timestamp: string } = await provider.request({
          method: "eth_getBlockByNumber",
          params: ["latest", false],
        });
        const time = Number(block.timestamp) + interval;
        await provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
      }
      return provider.request(params === undefined ? { method } : { method, params });
    },
  };
}
