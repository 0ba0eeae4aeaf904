package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import io.frontlineservice.sandbox.pretend.world.User;
import org.jspecify.annotations.Nullable;

/**
 * The User resources of Conversations and of Frontline, which have the same path. A user
 * of Frontline exists after the first sign-in. Called by {@link RestApi}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api/user-resource">Twilio: User
 * resource</a>
 * @see <a href="https://www.twilio.com/docs/frontline/frontline-user-resource">Twilio:
 * Frontline User resource</a>
 */
final class UserCalls {

	private final PretendWorld world;

	private final Resources resources;

	UserCalls(PretendWorld world, Resources resources) {
		this.world = world;
		this.resources = resources;
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
		User updated = this.world.users()
			.change(get(request, sidOrIdentity).identity(),
					(it) -> it.described(form.get("FriendlyName"), attributes, this.world.now()));
		return Reply.ok(this.resources.of(updated));
	}

	Reply fetchOfFrontline(Request request, String sidOrIdentity) {
		return Reply.ok(this.resources.ofFrontline(signedIn(request, sidOrIdentity)));
	}

	Reply updateOfFrontline(Request request, String sidOrIdentity) {
		Form form = request.form();
		Boolean active = state(form.get("State"));
		String available = form.get("IsAvailable");
		User updated = this.world.users()
			.change(signedIn(request, sidOrIdentity).identity(),
					(it) -> it.described(form.get("FriendlyName"), form.get("Avatar"), active,
							(available != null) ? Boolean.valueOf(available) : null, this.world.now()));
		return Reply.ok(this.resources.ofFrontline(updated));
	}

	private User get(Request request, String sidOrIdentity) {
		User user = this.world.users().find(sidOrIdentity);
		if (user == null) {
			throw RestException.notFound(request.path());
		}
		return user;
	}

	private User signedIn(Request request, String sidOrIdentity) {
		User user = get(request, sidOrIdentity);
		if (!user.signedIn()) {
			throw RestException.notFound(request.path());
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
			default -> throw RestException.invalid("Unknown state '" + word + "'");
		};
	}

}
