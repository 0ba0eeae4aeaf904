package io.frontlineservice.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;

/**
 * Marks what exists only in the sandbox, and only while the sandbox uses the pretend
 * Twilio: neither an auth token nor the URL of an API is set.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("sandbox")
@ConditionalOnExpression(SandboxToken.IN_USE + " and '${frontline.twilio.api-url:}' == ''")
public @interface OnlyWithPretendTwilio {

}
