package io.frontlineservice.sandbox;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.pretend.account.Callback;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another callback server, which the sandbox's phones call instead of this one. A URL may
 * be omitted if the server does not have that callback. Checked by {@link TargetCheck}.
 *
 * @param crmUrl the URL of its CRM callback
 * @param outgoingConversationUrl the URL of its outgoing conversations callback
 * @param templatesUrl the URL of its templates callback
 * @param routingUrl the URL of its custom routing callback
 * @param conversationsUrl the URL of its webhook for Conversations
 * @param authToken the auth token that it uses to verify signatures
 * @param workers the identities of its workers
 * @param allowedHosts hosts other than loopback that the sandbox may call
 */
@ConfigurationProperties("sandbox.target")
public record TargetSettings(@Nullable URI crmUrl, @Nullable URI outgoingConversationUrl, @Nullable URI templatesUrl,
		@Nullable URI routingUrl, @Nullable URI conversationsUrl, @Nullable Secret authToken,
		@DefaultValue List<String> workers, @DefaultValue List<String> allowedHosts) {

	/** Whether another server is configured. */
	public boolean isSet() {
		return this.authToken != null && !this.authToken.isEmpty();
	}

	/** Returns the first URL of the other server, by which a person recognizes it. */
	public Optional<URI> firstUrl() {
		return Arrays.stream(Callback.values()).map(this::urlOf).flatMap(Stream::ofNullable).findFirst();
	}

	/** Returns the URL of that callback; null without one. */
	@Nullable URI urlOf(Callback callback) {
		return switch (callback) {
			case CRM -> this.crmUrl;
			case OUTGOING_CONVERSATION -> this.outgoingConversationUrl;
			case TEMPLATES -> this.templatesUrl;
			case ROUTING -> this.routingUrl;
			case CONVERSATIONS -> this.conversationsUrl;
		};
	}

}
