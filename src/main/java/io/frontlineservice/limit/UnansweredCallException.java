package io.frontlineservice.limit;

import org.jspecify.annotations.Nullable;

/**
 * A call has no result. Thrown by {@link BoundedCalls}; callers translate it into an
 * exception of their own.
 */
public final class UnansweredCallException extends Exception {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	UnansweredCallException(Reason reason, @Nullable Throwable cause) {
		super(reason.name(), cause);
		this.reason = reason;
	}

	/** Returns why there is no result; the cause is set only for a failed call. */
	public Reason reason() {
		return this.reason;
	}

	/** Why a call has no result. */
	public enum Reason {

		/** Too many calls run already. */
		TOO_MANY,

		/** The deadline passed. */
		LATE,

		/** The call threw an exception, which is the cause. */
		FAILED,

		/** The service stops: the waiting thread was interrupted, or no call begins. */
		STOPPING

	}

}
