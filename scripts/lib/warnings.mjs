// Hardhat plugin: what hardhat-ignore-warnings raises to an error fails the build. Hardhat takes a message for a failure
// only when its type is not "Warning" either, and the other plugin changes the severity alone.

/** @type {import("hardhat/types/plugins").HardhatPlugin} */
const warningsAreErrors = {
  id: "warnings-are-errors",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        async invokeSolc(context, compiler, input, config, next) {
          const output = await next(context, compiler, input, config);
          return { ...output, errors: output.errors?.map(asError) };
        },
      }),
    }),
  },
};

/** @param {import("hardhat/types/solidity").CompilerOutputError} message */
function asError(message) {
  return message.severity === "error" && message.type === "Warning" ? { ...message, type: "Error" } : message;
}

export default warningsAreErrors;
