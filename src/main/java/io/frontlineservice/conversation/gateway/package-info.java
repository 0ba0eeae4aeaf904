@NullMarked
package io.frontlineservice.conversation.gateway;

import org.jspecify.annotations.NullMarked;
