package io.frontlineservice.sandbox;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.pretend.account.Callback;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Another callback server, whoever wrote it, that the sandbox's phone is to ask in place
 * of this one. Of the URLs those may be left out that it does not have. Checked by
 * {@link TargetCheck}.
 *
 * @param crmUrl its CRM callback
 * @param outgoingConversationUrl its outgoing conversations callback
 * @param templatesUrl its templates callback
 * @param routingUrl its custom routing callback
 * @param conversationsUrl its webhook of Conversations
 * @param authToken the auth token by which it verifies signatures
 * @param workers the identities of its workers
 * @param allowedHosts hosts beside loopback that may be asked
 */
@ConfigurationProperties("sandbox.target")
public record TargetSettings(@Nullable URI crmUrl, @Nullable URI outgoingConversationUrl, @Nullable URI templatesUrl,
		@Nullable URI routingUrl, @Nullable URI conversationsUrl, @Nullable Secret authToken,
		@DefaultValue List<String> workers, @DefaultValue List<String> allowedHosts) {

	/** Whether there is another server to ask. */
	public boolean isSet() {
		return this.authToken != null && !this.authToken.isEmpty();
	}

	/** Where it has that callback; null if it has none. */
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
