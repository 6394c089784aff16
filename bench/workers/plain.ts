import { startPlain } from '../contenders/plain';
import { host } from './host';

host(startPlain);
