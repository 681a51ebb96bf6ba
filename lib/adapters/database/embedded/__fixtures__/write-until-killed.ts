import { audit } from '../../ledger.contract';
import { openEmbeddedLedger } from '../open-embedded-ledger';

/** Run as a process of its own: writes entries one after another and prints the number of each that is acknowledged. */
const [directory, migrations] = process.argv.slice(2);
if (!directory || !migrations) throw new Error('usage: write-until-killed <directory> <migrations>');
const ledger = await openEmbeddedLedger({ directory, migrations });
for (let number = 0; ; number += 1) {
  await ledger.audit.append(audit({ actor: 'writer', requestId: String(number) }));
  process.stdout.write(`${number}\n`);
}
