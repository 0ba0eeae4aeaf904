package io.frontlineservice.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code onConversationAdd}, but for {@code MessagingBinding.Address}, which
 * may come several times. Nothing in it is required: whatever comes, the conversation
 * must be made.
 *
 * @param authorAddress where the message of a group MMS was written; missing in all other
 * conversations
 * @param proxyAddress the number of ours that the customer writes to
 * @param friendlyName the name that the conversation is to have
 * @param attributes the attributes the conversation is to have
 */
record NewConversationForm(@BindParam("MessagingBinding.AuthorAddress") @Nullable String authorAddress,
		@BindParam("MessagingBinding.ProxyAddress") @Nullable String proxyAddress,
		@BindParam("FriendlyName") @Nullable String friendlyName,
		@BindParam("Attributes") @Nullable String attributes) {

}
