'use client';

import { Trouble } from '../../parts/trouble.tsx';

export default Trouble;
