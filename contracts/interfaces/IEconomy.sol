// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/**
 * @notice The outside world of an experiment: what an alliance's members earn and spend elsewhere, paid and charged in
 * the settlement token, so that a member's payoff is nothing but the difference of its balances. It pays for what it
 * sees on the chain, and never for what somebody says.
 *
 * Goods are followed too: a supplier that has sold on the side market has none to produce for the deal; a retailer
 * resells only what was produced and accepted, and has no use for it when it has bought on the side market.
 */
interface IEconomy {
    /**
     * @notice Why money moved between a member and the outside world.
     * @custom:value0 OperatingIncome A: what a member earns whatever it does.
     * @custom:value1 ProductionCost What the goods of a deal cost the supplier; a part of R.
     * @custom:value2 Resale What the goods of a deal bring the retailer; a part of R.
     * @custom:value3 BlockchainIncome V: for an agreement signed and verified on chain.
     * @custom:value4 GoodwillIncome B: for a rise of goodwill that the partner's default caused.
     * @custom:value5 SideMarket D: for dealing elsewhere while the partner has committed itself.
     */
    enum Line {
        OperatingIncome,
        ProductionCost,
        Resale,
        BlockchainIncome,
        GoodwillIncome,
        SideMarket
    }

    /// @notice Amounts in token units, for suppliers and retailers. Negative amounts are charged instead of paid.
    struct Amounts {
        int128 supplier;
        int128 retailer;
    }

    /// @notice What the outside world pays and charges.
    /// @param operatingIncome A, once a member.
    /// @param blockchainIncome V, once for each signature on a deal.
    /// @param goodwillIncome B, once for each rise of goodwill that a partner's default caused.
    /// @param sideMarket D, once a deal.
    /// @param productionCost Charged to the supplier of a deal per unit of its goods, in token units.
    /// @param resale Paid to the retailer of a deal per unit of its goods, in token units.
    struct Settings {
        Amounts operatingIncome;
        Amounts blockchainIncome;
        Amounts goodwillIncome;
        Amounts sideMarket;
        uint128 productionCost;
        uint128 resale;
    }

    /// @notice Emitted when the outside world was set up.
    event EconomyConfigured(Settings settings);
    /// @notice Emitted when money moved: to the member when positive, from it when negative.
    /// @param dealId The deal that it is about; 0 for the operating income and the goodwill income.
    event Flow(address indexed member, Line indexed line, uint256 indexed dealId, int256 amount);

    /// @notice Thrown when something is claimed a second time.
    error Economy_AlreadyDone(address member, Line line, uint256 dealId);
    /// @notice Thrown when the caller is no member.
    error Economy_NotMember(address caller);
    /// @notice Thrown when the caller is not that side of the deal.
    error Economy_NotParty(address caller, uint256 dealId);
    /// @notice Thrown when the caller has not signed the deal.
    error Economy_NotSigned(address caller, uint256 dealId);
    /// @notice Thrown when the side market is closed to the caller: its partner has not committed, or the caller has.
    error Economy_SideMarketClosed(address caller, uint256 dealId);
    /// @notice Thrown when the goods of a deal are not there, or are gone.
    error Economy_NoGoods(uint256 dealId);
    /// @notice Thrown when no rise of goodwill is left to be paid.
    error Economy_NoRise(address member);

    /// @notice Sets what the outside world pays and charges. Owner only.
    function configure(Settings calldata settings) external;

    /// @notice Pays the caller's operating income, once. Members only.
    function collectOperatingIncome() external;

    /// @notice Charges the caller for producing a deal's goods, once. For the supplier of a deal that both have signed.
    function produce(uint256 dealId) external;

    /// @notice Pays the caller for reselling a deal's goods, once. For the retailer of a deal that is settled.
    function resell(uint256 dealId) external;

    /// @notice Pays the caller's income due to the blockchain for its verified signature on a deal, once.
    function collectBlockchainIncome(uint256 dealId) external;

    /// @notice Pays the caller's income due to goodwill for one rise that a partner's default caused. Members only.
    function collectGoodwillIncome() external;

    /// @notice Sells or buys elsewhere instead of keeping to the deal, once. For a side of an unsigned deal that
    /// has not signed while its partner has.
    function useSideMarket(uint256 dealId) external;

    /// @notice What the outside world pays and charges.
    function settingsOf() external view returns (Settings memory);

    /// @notice How many rises of `member`'s goodwill that a partner's default caused are still to be paid.
    function unpaidRisesOf(address member) external view returns (uint256);

    /// @notice Whether `member` has had `line` for the deal (deal 0 for the operating income).
    function isDone(address member, Line line, uint256 dealId) external view returns (bool);
}
