package io.frontlineservice.sandbox.pretend;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The User resources of Conversations and of Frontline, which share a path. A user of
 * Frontline's exists once they have signed in. Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/user-resource">Twilio: User
 * resource</a>
 * @see <a href="https://www.twilio.com/docs/frontline/frontline-user-resource">Twilio:
 * Frontline User resource</a>
 */
final class UserCalls {

	private final Users users;

	private final Resources resources;

	private final InstantSource clock;

	UserCalls(Users users, Resources resources, InstantSource clock) {
		this.users = users;
		this.resources = resources;
		this.clock = clock;
	}

	Reply fetch(Request request, String sidOrIdentity) {
		return Reply.ok(this.resources.of(get(request, sidOrIdentity)));
	}

	Reply update(Request request, String sidOrIdentity) {
		Form form = request.form();
		String attributes = form.get("Attributes");
		if (attributes != null) {
			Draft.smallAttributes(attributes);
		}
		User updated = this.users.change(get(request, sidOrIdentity).identity(),
				(it) -> it.described(form.get("FriendlyName"), attributes, this.clock.instant()));
		return Reply.ok(this.resources.of(updated));
	}

	Reply fetchOfFrontline(Request request, String sidOrIdentity) {
		return Reply.ok(this.resources.ofFrontline(signedIn(request, sidOrIdentity)));
	}

	Reply updateOfFrontline(Request request, String sidOrIdentity) {
		Form form = request.form();
		Boolean active = state(form.get("State"));
		String available = form.get("IsAvailable");
		User updated = this.users.change(signedIn(request, sidOrIdentity).identity(),
				(it) -> it.described(form.get("FriendlyName"), form.get("Avatar"), active,
						(available != null) ? Boolean.valueOf(available) : null, this.clock.instant()));
		return Reply.ok(this.resources.ofFrontline(updated));
	}

	private User get(Request request, String sidOrIdentity) {
		User user = this.users.find(sidOrIdentity);
		if (user == null) {
			throw RestProblem.notFound(request.path());
		}
		return user;
	}

	private User signedIn(Request request, String sidOrIdentity) {
		User user = get(request, sidOrIdentity);
		if (!user.signedIn()) {
			throw RestProblem.notFound(request.path());
		}
		return user;
	}

	private static @Nullable Boolean state(@Nullable String word) {
		if (word == null) {
			return null;
		}
		return switch (word) {
			case "active" -> true;
			case "deactivated" -> false;
			default -> throw RestProblem.invalid("There is no state '" + word + "'");
		};
	}

}
