// Hardhat plugin: gives `closeTo` back to floating-point numbers. The chai matchers for chains, which come into force in the
// whole process with its first chain, read every number there as an integer and refuse the others.

/** @type {import("hardhat/types/plugins").HardhatPlugin} */
const closeToForNumbers = {
  id: "close-to-for-numbers",
  hookHandlers: {
    network: async () => {
      let done = false;
      return {
        default: async () => ({
          async newConnection(context, next) {
            const connection = await next(context);
            if (!done) (await import("chai")).use(acceptNumbers);
            done = true;
            return connection;
          },
        }),
      };
    },
  },
};

/** @type {Chai.ChaiPlugin} */
function acceptNumbers({ Assertion }, utils) {
  for (const name of ["closeTo", "approximately"]) {
    Assertion.overwriteMethod(
      name,
      (overwritten) =>
        function (expected, delta, message) {
          const actual = utils.flag(this, "object");
          if (![actual, expected, delta].every((value) => typeof value === "number")) {
            return overwritten.call(this, expected, delta, message);
          }
          if (message !== undefined) utils.flag(this, "message", message);
          this.assert(
            Math.abs(actual - expected) <= delta,
            `expected #{this} to be close to ${expected} +/- ${delta}`,
            `expected #{this} not to be close to ${expected} +/- ${delta}`,
          );
        },
    );
  }
}

export default closeToForNumbers;
