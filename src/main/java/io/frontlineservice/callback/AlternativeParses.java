package io.frontlineservice.callback;

import io.frontlineservice.callback.SignedText.Occurrence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses the signed text of a form in other ways. Twilio signs names and values without
 * separators, so an attacker can split the text that was signed for one worker into a
 * form of another worker, with the same signature. Called by {@link FormBinding}. Not
 * thread-safe: created for one form.
 * <p>
 * Another form counts if Twilio may have sent it: its names are in order, its values have
 * their formats, no required parameter is missing, and no value contains a deciding
 * parameter that may be there. A form that differs only in unknown parameters does not
 * count, because Twilio may add parameters at any time.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio:
 * webhooks security</a>
 */
final class AlternativeParses {

	/** A text with more names is refused without a search. */
	private static final int MAX_NAMES = 200;

	private final SignedText form;

	private final DecidingParameters deciding;

	private final List<Occurrence> occurrences;

	/** Whether a parse that moves no deciding parameter reaches this occurrence. */
	private final boolean[] unmoved;

	/** The deciding parameter that was moved on the way to this occurrence, if any. */
	private final @Nullable String[] moved;

	private AlternativeParses(SignedText form, DecidingParameters deciding) {
		this.form = form;
		this.deciding = deciding;
		this.occurrences = form.occurrences(deciding.namesAnd(form.positions().keySet()));
		this.unmoved = new boolean[this.occurrences.size()];
		this.moved = new @Nullable String[this.occurrences.size()];
	}

	/**
	 * Returns the name of a deciding parameter that is at another position in another
	 * form with the same signed text; empty if there is no such form.
	 * @param deciding the deciding parameters of the callback
	 */
	static Optional<String> movedParameter(SignedText form, DecidingParameters deciding) {
		return deciding.occurElsewhere(form) ? new AlternativeParses(form, deciding).search() : Optional.empty();
	}

	/**
	 * Goes from left to right: each occurrence is reached from all that may precede it.
	 */
	private Optional<String> search() {
		if (this.occurrences.size() > MAX_NAMES) {
			return Optional.of(this.occurrences.get(0).name());
		}
		for (int i = 0; i < this.occurrences.size(); i++) {
			Occurrence current = this.occurrences.get(i);
			if (mayBeFirst(current)) {
				reach(i, null);
			}
			if (mayBeLast(current) && this.moved[i] != null) {
				return Optional.of(this.moved[i]);
			}
			for (int j = i + 1; j < this.occurrences.size() && isReached(i); j++) {
				if (mayFollow(current, this.occurrences.get(j))) {
					follow(i, j);
				}
			}
		}
		return Optional.empty();
	}

	private boolean isReached(int i) {
		return this.unmoved[i] || this.moved[i] != null;
	}

	private void follow(int i, int j) {
		if (this.unmoved[i]) {
			reach(j, null);
		}
		if (this.moved[i] != null) {
			reach(j, this.moved[i]);
		}
	}

	private void reach(int i, @Nullable String movedBefore) {
		Occurrence occurrence = this.occurrences.get(i);
		boolean isMoved = this.deciding.names().contains(occurrence.name()) && !this.form.has(occurrence);
		if (movedBefore != null || isMoved) {
			this.moved[i] = (movedBefore != null) ? movedBefore : occurrence.name();
		}
		else {
			this.unmoved[i] = true;
		}
	}

	/**
	 * The query and unknown parameters may precede the first name, deciding ones may not.
	 */
	private boolean mayBeFirst(Occurrence occurrence) {
		int start = Math.min(this.form.start(), occurrence.start());
		String before = this.form.text().substring(start, occurrence.start());
		return this.deciding.names().stream().noneMatch(before::contains) && noneRequired("", occurrence.name());
	}

	private boolean mayFollow(Occurrence first, Occurrence second) {
		int order = first.name().compareTo(second.name());
		return first.end() <= second.start()
				&& (order < 0 || (order == 0 && !this.deciding.names().contains(first.name())))
				&& noneRequired(first.name(), second.name())
				&& this.deciding.isPlausible(first.name(), this.form.value(first, second));
	}

	private boolean mayBeLast(Occurrence occurrence) {
		return this.deciding.required().stream().noneMatch((name) -> name.compareTo(occurrence.name()) > 0)
				&& this.deciding.isPlausible(occurrence.name(), this.form.value(occurrence, null));
	}

	private boolean noneRequired(String after, String before) {
		return this.deciding.required()
			.stream()
			.noneMatch((name) -> name.compareTo(after) > 0 && name.compareTo(before) < 0);
	}

}
