/**
 * Lets a worker look at its messages in the middle of long work. A timer would wait some milliseconds each time; a message to
 * oneself waits only for those before it.
 */
export class Turns {
  private readonly channel = new MessageChannel();
  private waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => this.waiting.shift()?.();
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.channel.port2.postMessage(null);
    });
  }
}
