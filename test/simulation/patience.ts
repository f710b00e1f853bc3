/** To be imported by tests that only reckon: what runs beside them, in real time, goes before. */
import os from 'node:os';

os.setPriority(os.constants.priority.PRIORITY_LOW);
