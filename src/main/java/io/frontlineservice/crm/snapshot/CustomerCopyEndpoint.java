package io.frontlineservice.crm.snapshot;

import io.frontlineservice.crm.snapshot.CustomerCopy.Copied;
import io.frontlineservice.crm.snapshot.SharedNumbers.SharedNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/customerCopy} on the management port: how old the copy of the CRM
 * is, how long it took to read, why the last reading failed, and the customers who share
 * a number. Called by operators.
 */
@Endpoint(id = "customerCopy")
public final class CustomerCopyEndpoint {

	private final CustomerCopy copy;

	/** Creates the endpoint of a copy. */
	public CustomerCopyEndpoint(CustomerCopy copy) {
		this.copy = copy;
	}

	/** Returns the state of the copy. */
	@ReadOperation
	public Answer customerCopy() {
		Copied copied = this.copy.copied();
		CustomerCopy.Failure failure = this.copy.failure();
		Failure shown = (failure != null)
				? new Failure(this.copy.since(failure.at()).toSeconds(), failure.error(), failure.message()) : null;
		if (copied == null) {
			return new Answer(false, null, null, null, null, null, shown);
		}
		SharedNumbers shared = copied.snapshot().sharedNumbers();
		return new Answer(true, copied.snapshot().size(), this.copy.since(copied.readAt()).toSeconds(),
				copied.readIn().toSeconds(), shared.count(), shared.first(), shown);
	}

	/**
	 * The state of a copy. All but the first and the last are null until a copy is
	 * complete.
	 *
	 * @param ready whether a copy is in use
	 * @param customers how many customers it has
	 * @param ageSeconds the time since its reading began
	 * @param readInSeconds how long the reading took
	 * @param sharedNumberCount how many numbers several customers have
	 * @param sharedNumbers the first of them
	 * @param lastFailure why the last reading failed; null if it did not
	 */
	public record Answer(boolean ready, @Nullable Integer customers, @Nullable Long ageSeconds,
			@Nullable Long readInSeconds, @Nullable Integer sharedNumberCount,
			@Nullable List<SharedNumber> sharedNumbers, @Nullable Failure lastFailure) {
	}

	/**
	 * Why a reading failed.
	 *
	 * @param secondsAgo how long ago it began
	 * @param error a word for it
	 * @param message what is wrong
	 */
	public record Failure(long secondsAgo, String error, String message) {
	}

}
