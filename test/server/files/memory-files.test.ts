import { filesContract } from './files-contract.ts'
import { createMemoryFiles } from './memory-files.ts'

filesContract('the model in memory', async () => createMemoryFiles())
