export { makeSendMail } from './channels/make-send-mail.ts';
export type { NotifyContext } from './context.ts';
export { startNotifyService } from './start-notify-service.ts';
