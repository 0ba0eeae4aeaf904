package io.frontlineservice.callback;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The form of {@code onConversationAdd}. Nothing in it is required: whatever comes, the
 * conversation must be made.
 *
 * @param address where the customer writes from; missing where a worker begins
 * @param proxyAddress the number of ours that the customer writes to
 * @param attributes the attributes the conversation is to have
 */
record NewConversationForm(@BindParam("MessagingBinding.Address") @Nullable String address,
		@BindParam("MessagingBinding.ProxyAddress") @Nullable String proxyAddress,
		@BindParam("Attributes") @Nullable String attributes) {

}
