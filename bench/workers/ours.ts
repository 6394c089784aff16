import { startOurs } from '../contenders/ours';
import { host } from './host';

host(startOurs);
