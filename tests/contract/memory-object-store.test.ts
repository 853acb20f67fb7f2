import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { objectStoreContract } from './object-store-contract.ts';

objectStoreContract('memory', memoryObjectStore);
