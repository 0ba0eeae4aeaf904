package io.frontlineservice.sandbox.pretend.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notifies listeners of changes in {@link Journal}, {@code Conversations} or
 * {@code FaultSwitches}. Thread-safe.
 */
public final class ChangeListeners {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Adds a listener, which is called on the thread that makes a change and must be
	 * short.
	 * @return removes the listener
	 */
	public Runnable add(Runnable listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	public void fire() {
		this.listeners.forEach(Runnable::run);
	}

}
