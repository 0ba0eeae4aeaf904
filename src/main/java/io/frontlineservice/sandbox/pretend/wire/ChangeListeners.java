package io.frontlineservice.sandbox.pretend.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rings when anything has changed, so that whoever shows it can look. Rung by
 * {@link Journal} and {@code Conversations}. Thread-safe.
 */
public final class ChangeListeners {

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Calls this after each change, on the thread that made it: it should be short. */
	public Runnable add(Runnable listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	public void fire() {
		this.listeners.forEach(Runnable::run);
	}

}
