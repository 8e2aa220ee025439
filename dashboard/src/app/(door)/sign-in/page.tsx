import type { Metadata } from 'next';
import { SignIn } from '../../../screens/door/sign-in.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default SignIn;
