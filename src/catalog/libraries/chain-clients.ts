import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const PROVIDERS = ['JsonRpcProvider', 'WebSocketProvider', 'InfuraProvider', 'AlchemyProvider', 'FallbackProvider'];
const READS = names(`
  broadcastTransaction call estimateGas getBalance getBlock getBlockNumber getCode getFeeData getLogs getNetwork
  getTransaction getTransactionCount getTransactionReceipt lookupAddress resolveName waitForTransaction
`);

export const chainClients = defineEntry({
  name: 'clients of blockchains',
  docs: 'https://docs.ethers.org/v6/api/providers/',
  packages: ['ethers', 'viem', 'web3'],
  versions: 'ethers 5, 6; viem 2; web3 1 to 4',
  launches: [
    ...PROVIDERS.flatMap((provider) =>
      ['', 'ethers.', 'ethers.providers.'].map((at) => `new ethers#${at}${provider}().${READS}()`),
    ),
    ...[
      'new ethers#Wallet()',
      'ethers#Wallet.createRandom()',
      'ethers#Wallet.fromPhrase()',
      'new ethers#ethers.Wallet()',
    ].map((wallet) => `${wallet}.getNonce|sendTransaction|signMessage|signTransaction|signTypedData|estimateGas()`),
    'viem#createPublicClient().call|estimateGas|getBalance|getBlock|getBlockNumber|readContract()',
    'viem#createPublicClient().getTransactionReceipt|simulateContract|waitForTransactionReceipt|verifyMessage()',
    'viem#createWalletClient().deployContract|sendTransaction|signMessage|signTypedData|writeContract()',
    'new web3#default().eth.getBalance|getBlock|getTransactionReceipt|sendSignedTransaction|sendTransaction()',
  ],
});
