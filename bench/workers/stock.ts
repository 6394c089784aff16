import { startStock } from '../contenders/stock';
import { host } from './host';

host(startStock);
